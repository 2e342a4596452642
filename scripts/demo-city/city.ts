// The door of this folder: the demonstration city as plain values, and its papers.
export { type City, type CityMeeting, type CityMember, type CityPaper, city } from './city-values.ts';
export { type MadePaper, makePapers } from './make-papers.ts';
