/** The kit as text, provided by the Vite plugin of sandbox/run/plugin.ts. */
declare module 'virtual:sandbox-kit' {
	const kit: string;
	export default kit;
}
