/** Supplies the private parts of the build's challenges; code that answers a student's browser must not import this. */
import type { PrivatePart } from './pack.ts';

export async function findBuiltPrivatePart(hash: string): Promise<PrivatePart | undefined> {
	return (await import('virtual:challenges/private')).default[hash];
}
