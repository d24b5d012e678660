using './main.bicep'

param env = 'prod'
