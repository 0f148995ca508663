declare module 'virtual:challenges' {
	const challenges: import('../../domain/challenge.ts').Challenge[];
	export default challenges;
}

declare module 'virtual:challenges/private' {
	/** By the hash of the challenge version. */
	const parts: Record<string, import('./pack.ts').PrivatePart>;
	export default parts;
}
