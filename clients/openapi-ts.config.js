// What @hey-api/openapi-ts makes; where from and where to is on its command line.
export default {
  output: { importFileExtension: '.js' },
  plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk'],
};
