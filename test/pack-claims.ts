import type { ProviderFacts, Sourced } from '../src/model/knowledge.ts';

/** Everything a pack says about its vendor, each with its own source. */
export function claimsOf(pack: ProviderFacts): readonly Sourced[] {
  const {
    credentials,
    commands,
    api,
    mcp,
    variables,
    hosts,
    stores,
    consents,
    ciActions,
    calls,
    commandClients,
    clientStorages,
  } = pack;
  const operations = api?.operations ?? [];
  // The type asks for every list of a pack, so that a new one cannot be forgotten here.
  const claims: Readonly<Record<Exclude<keyof ProviderFacts, 'id' | 'title'>, readonly Sourced[]>> =
    {
      credentials,
      commands,
      api: operations,
      mcp,
      variables,
      hosts,
      stores,
      consents,
      ciActions: ciActions ?? [],
      calls: calls ?? [],
      commandClients: commandClients ?? [],
      clientStorages: clientStorages ?? [],
    };
  return Object.values(claims).flat();
}

/** Whether somebody can follow the claim: an https address with a public host name, and a day that the calendar has. */
export function isSourced({ source, checkedOn }: Sourced): boolean {
  const day = new Date(`${checkedOn}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === checkedOn;
  return isDay && /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S*)?$/.test(source);
}
