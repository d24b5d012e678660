const answer = await fetch('https://backboard.railway.com/graphql/v2', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'Project-Access-Token': '{{fake:uuid:token}}' },
  body: JSON.stringify({ query: 'query { projectToken { projectId } }' }),
});
console.log(answer.status);
