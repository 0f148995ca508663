/** Explains in words why an act on a version changed nothing. */
import { m } from '#lib/paraglide/messages.js';
import type { PublicationActResult } from './act-on-version.ts';

export const explainFailedPublicationAct = (result: Exclude<PublicationActResult, 'done'>): string =>
	result === 'full' ? m.publication_full() : m.publication_changed();
