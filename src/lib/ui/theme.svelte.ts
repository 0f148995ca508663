/** The person's chosen theme, in a cookie for the server to render; by default the system's. */
export type Theme = 'light' | 'dark';

const YEAR_SECONDS = 31_536_000;

let preferredTheme = $state<Theme>('light');

/** Reads the theme that the page shows, and follows its changes; must be called once, in the browser. Returns a function that stops. */
export function watchTheme(): () => void {
	const darkModeQuery = matchMedia('(prefers-color-scheme: dark)');
	const readTheme = () => {
		const pageTheme = document.documentElement.dataset.theme;
		preferredTheme =
			pageTheme === 'light' || pageTheme === 'dark' ? pageTheme : darkModeQuery.matches ? 'dark' : 'light';
	};
	readTheme();
	darkModeQuery.addEventListener('change', readTheme);
	return () => darkModeQuery.removeEventListener('change', readTheme);
}

export function currentTheme(): Theme {
	return preferredTheme;
}

export function chooseTheme(theme: Theme): void {
	preferredTheme = theme;
	document.documentElement.dataset.theme = theme;
	document.cookie = `theme=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
