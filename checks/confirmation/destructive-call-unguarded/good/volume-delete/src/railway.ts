const ENDPOINT = 'https://backboard.railway.com/graphql/v2';

export async function dropVolume(volumeId: string): Promise<void> {
  if (process.env.RAILWAY_ENVIRONMENT_NAME === 'production') {
    throw new Error('volumes of production are deleted by two people in the dashboard');
  }
  await fetch(ENDPOINT, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.RAILWAY_API_TOKEN}` },
    body: JSON.stringify({
      query: 'mutation ($volumeId: String!) { volumeDelete(volumeId: $volumeId) }',
      variables: { volumeId },
    }),
  });
}
