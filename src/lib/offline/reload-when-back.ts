/** Milliseconds. */
const PAUSE = 3000;
const LOOKED = 'looked again';

/** Reloads once the server answers again; if it was never away, only once per address and tab. Returns a stop function. */
export function lookAgain(): () => void {
	let wasAway = false;
	const look = async () => {
		const answers = await fetch('/healthz', { cache: 'no-store' }).then(
			({ ok }) => ok,
			() => false
		);
		if (!answers) wasAway = true;
		else if (wasAway || isFirst()) location.reload();
	};
	const timer = setInterval(() => void look(), PAUSE);
	return () => clearInterval(timer);
}

function isFirst(): boolean {
	try {
		const { pathname } = location;
		if (sessionStorage.getItem(LOOKED) === pathname) return false;
		sessionStorage.setItem(LOOKED, pathname);
		return true;
	} catch {
		// Without storage, reloads cannot be counted, so do not reload.
		return false;
	}
}
