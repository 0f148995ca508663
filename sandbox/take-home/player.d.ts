/** The script that plays a sketch at home, provided by the Vite plugin of sandbox/run/plugin.ts. */
declare module 'virtual:sandbox-player' {
	const player: string;
	export default player;
}

/** The script of page-answers/entry.ts. */
declare module 'virtual:sandbox-page-answers' {
	const answers: string;
	export default answers;
}
