/** Removes the last type check, in which svelte-check would find components by their former names. */
import { rm } from 'node:fs/promises';

await rm('.svelte-kit/.svelte-check', { recursive: true, force: true });
