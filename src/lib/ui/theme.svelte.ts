/** The theme a person chose, in a cookie so the server renders it; without one the system's applies. */
export type Theme = 'light' | 'dark';

const YEAR_SECONDS = 31_536_000;

let preferredTheme = $state<Theme>('light');

/** Reads the theme the page shows and follows changes. Call once in the browser. */
export function watchTheme(): () => void {
	const media = matchMedia('(prefers-color-scheme: dark)');
	const read = () => {
		const chosen = document.documentElement.dataset.theme;
		preferredTheme = chosen === 'light' || chosen === 'dark' ? chosen : media.matches ? 'dark' : 'light';
	};
	read();
	media.addEventListener('change', read);
	return () => media.removeEventListener('change', read);
}

export function theme(): Theme {
	return preferredTheme;
}

export function chooseTheme(chosen: Theme): void {
	preferredTheme = chosen;
	document.documentElement.dataset.theme = chosen;
	document.cookie = `theme=${chosen}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
