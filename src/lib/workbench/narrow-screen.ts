/** Tells whether the screen is narrow, as the styles of Bench.svelte do: the stage stands above one panel at a time. */
import { MediaQuery } from 'svelte/reactivity';

export const narrow = new MediaQuery('(max-width: 64rem), (max-width: 76rem) and (pointer: coarse)');
