/** Of the build: solutions, held-back checks, mutants, and what is said to the teacher. Nothing that answers a student's browser may import this. */
import type { PrivatePart } from './pack.ts';

export async function privatePart(hash: string): Promise<PrivatePart | undefined> {
	return (await import('virtual:challenges/private')).default[hash];
}
