/** Brings what sends and fetches, for whoever is signed in: a visitor's page does without. */
import { personOfPage } from '../person.ts';

/** Resolves when what the server had when the page opened is here too, or when that takes too long. */
export async function fetched(): Promise<void> {
	if (personOfPage() !== null) await (await import('./page.ts')).fetched();
}

/** Brings one work from the server; false when there is none to be had. */
export async function bring(work: string): Promise<boolean> {
	return personOfPage() !== null && (await import('./page.ts')).bring(work);
}

/** Sends what waits, for someone who is about to look for it elsewhere. */
export async function send(): Promise<void> {
	if (personOfPage() !== null) await (await import('./page.ts')).sendNow();
}
