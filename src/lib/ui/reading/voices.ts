/** Chooses the voice that reads aloud: one of the machine's own, or none. */
type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * Returns the machine's voice for a language, its usual one first. Absent on purpose: voices of a network service, to which the browser
 * would send the text. Nothing here goes to a third party.
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | undefined {
	const own = voices.filter(({ localService, lang }) => localService && languageOf(lang) === language);
	return own.find((voice) => voice.default) ?? own[0];
}

/** Android writes `fr_FR`. */
const languageOf = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];
