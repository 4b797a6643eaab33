import { defineConfig } from 'prisma/config';

// The Prisma command looks for its native schema engine before anything else and would download it.
// Generating a client needs only the WebAssembly build, so any executable that exists will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({});
