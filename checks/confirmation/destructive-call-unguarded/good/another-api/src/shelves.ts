// default: the same word in an API of our own says nothing about infrastructure
export const REMOVE = 'mutation ($id: ID!) { volumeDelete(id: $id) { title } }';
export const removeBook = (id: string) => fetch('/api/library', { method: 'POST', body: JSON.stringify({ query: REMOVE, variables: { id } }) });
