/** Names that no name server of the internet answers, and those of documentation. */
const elsewhere =
  /(?:^|\.)(?:example|test|invalid|localhost|local|localdomain|internal|intranet|private|corp|lan|home|arpa|svc|docker|mydomain\.com|yourdomain\.com|domain\.com|company\.com|host\.com|server\.com|acme\.com|foo\.com|bar\.com|(?:my|your)?(?:db|host|server)\.com|example\.(?:com|org|net|edu|io|dev))$/;
/**
 * Address ranges that are private, of documentation, of multicast or reserved.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml (read 2026-11-21)
 */
const specialAddress =
  /^(?:0|10|127|22[4-9]|2[34]\d|25[0-5])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^192\.168\.|^192\.0\.[02]\.|^198\.(?:1[89]\.|51\.100\.)|^203\.0\.113\./;

/** Whether a host is written as one that machines all over the internet can reach: a full name or a public address. */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase();
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return isOrdinaryAddress(name);
  return /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,24}$/.test(name) && !elsewhere.test(name);
}

/** The ones of counting people are samples: `1.2.3.4`. */
function isOrdinaryAddress(address: string): boolean {
  const parts = address.split('.').map(Number);
  if (parts.some((part) => part > 255) || new Set(parts).size === 1) return false;
  return !specialAddress.test(address) && address !== '1.2.3.4';
}
