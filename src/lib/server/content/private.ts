/** Solutions, held-back checks and mutants. Nothing that answers a browser may import this. */
import type { PrivatePart } from './pack.ts';

export async function privatePart(hash: string): Promise<PrivatePart | undefined> {
	return (await import('virtual:challenges/private')).default[hash];
}
