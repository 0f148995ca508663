/** Addresses of the compile worker's engine. */
declare module 'virtual:compile-engine' {
	export const plain: string;
	/** The same file, gzipped at build time; null in the dev server. */
	export const gzipped: string | null;
}
