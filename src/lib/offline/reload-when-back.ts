/** Milliseconds. */
const PAUSE = 3000;
const LOOKED = 'looked again';

/**
 * For a page that waits for the network: opens it anew as soon as the server answers. Where it answers and the page still cannot be had,
 * once is enough: the rest is left to whoever reads it. Returns what ends the looking.
 */
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

/** At this address, in this tab. */
function isFirst(): boolean {
	try {
		const { pathname } = location;
		if (sessionStorage.getItem(LOOKED) === pathname) return false;
		sessionStorage.setItem(LOOKED, pathname);
		return true;
	} catch {
		// Nothing to count with: it is left to whoever reads it.
		return false;
	}
}
