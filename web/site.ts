/** Where the built console lies, and the page that stands in for it while there is none. */
import { fileURLToPath } from 'node:url';

export const siteFolder = fileURLToPath(new URL('./dist', import.meta.url));

export const missingPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sacred QA Studio</title></head>
<body>
<h1>The console has not been built yet</h1>
<p>The Studio runs, and its API answers. To have the console, too, stop it and run this in the project’s folder:</p>
<pre>npm start</pre>
<p>While it runs, <code>npm run console</code> builds it as well; then load this page again.</p>
<p><a href="/docs">The API’s page</a></p>
</body>
</html>
`;
