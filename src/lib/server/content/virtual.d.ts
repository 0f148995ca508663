/** Types of the modules into which the build packs the challenges. */
declare module 'virtual:challenges' {
	const challenges: import('#lib/domain/challenge.ts').Challenge[];
	export default challenges;
	/** Ids of the challenges that have a picture. */
	export const pictured: string[];
	/** A text about each challenge that is left out because it is broken: its name and what is wrong with it. */
	export const leftOutTexts: string[];
}

declare module 'virtual:challenges/private' {
	const parts: Record<string, import('./pack.ts').PrivatePart>;
	export default parts;
}

declare module 'virtual:challenges/folders' {
	const folders: Record<string, import('#sandbox/contract.ts').Files>;
	export default folders;
}
