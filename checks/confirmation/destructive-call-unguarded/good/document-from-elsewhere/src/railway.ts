// unknown: which document this sends is decided by its callers
export async function railway(query: string, variables: Record<string, unknown>): Promise<Response> {
  return fetch('https://backboard.railway.com/graphql/v2', {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.RAILWAY_API_TOKEN}` },
    body: JSON.stringify({ query, variables }),
  });
}
