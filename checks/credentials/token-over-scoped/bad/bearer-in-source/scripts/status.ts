const answer = await fetch('https://backboard.railway.com/graphql/v2', {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer {{fake:uuid:token}}' },
  body: JSON.stringify({ query: 'query { me { id } }' }),
});
console.log(answer.status);
