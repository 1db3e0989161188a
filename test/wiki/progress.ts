/** Takes one line about what is being done, for people to read. */
export type Progress = (line: string) => void;
