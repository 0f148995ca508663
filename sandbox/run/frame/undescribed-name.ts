/** What a screen reader calls the stage while its program describes no picture. */
const NAMES = { fr: 'Dessin sans description', en: 'Drawing without a description' };

export const undescribedName = (language: string): string => NAMES[language === 'en' ? 'en' : 'fr'];
