export RAILWAY_API_TOKEN={{fake:uuid:deploy}}
node seed.js
