/** Made by the Vite plugin of sandbox/run/plugin.ts: the script that plays a sketch at home. */
declare module 'virtual:sandbox-player' {
	const player: string;
	export default player;
}
