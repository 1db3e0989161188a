/** Receives a progress line for people to read. */
export type Progress = (line: string) => void;
