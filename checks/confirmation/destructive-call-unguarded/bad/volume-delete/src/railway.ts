const ENDPOINT = 'https://backboard.railway.com/graphql/v2';

export async function dropVolume(volumeId: string): Promise<void> {
  await fetch(ENDPOINT, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.RAILWAY_API_TOKEN}` },
    body: JSON.stringify({
      query: 'mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }',
      variables: { volumeId },
    }),
  });
}
