/** Removes the cache of svelte-check, which may still contain components under their former names. */
import { rm } from 'node:fs/promises';

await rm('.svelte-kit/.svelte-check', { recursive: true, force: true });
