// Loaded before anything else (`node --import`), and JavaScript for that reason: the stripper of types takes fifteen
// megabytes and some hundred milliseconds, and is not needed at all where what it makes of each file is in this cache.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/callsheet', import.meta.url)));
