/** Where esbuild's WebAssembly stands once more, compressed by us; null where nothing is built, as in the dev server. */
declare module 'virtual:packed-engine' {
	const address: string | null;
	export default address;
}
