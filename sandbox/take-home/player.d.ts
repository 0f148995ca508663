/** The script that plays a sketch at home, provided by the Vite plugin of sandbox/run/plugin.ts. */
declare module 'virtual:sandbox-player' {
	const player: string;
	export default player;
}
