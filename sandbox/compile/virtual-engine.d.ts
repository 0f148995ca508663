/** Where the compile worker finds its engine. */
declare module 'virtual:compile-engine' {
	/** Its WebAssembly. */
	export const plain: string;
	/** The same, compressed by us; null where nothing is built, as in the dev server. */
	export const packed: string | null;
}
