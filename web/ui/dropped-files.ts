/** Natural order, so that 資料2 stands before 資料10. */
const byName = new Intl.Collator('ja', { numeric: true });

/** The files that were dropped, those inside folders among them, each folder's in the order of their names. */
export async function droppedFiles(dropped: DataTransfer): Promise<File[]> {
  // the list is emptied once the event is over: everything is asked for before the first wait
  const items = [...dropped.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(entries.map((entry) => (entry instanceof File || !entry ? entry : filesOf(entry))));
  return found.flat().filter((file) => file !== null);
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((take, fail) => (entry as FileSystemFileEntry).file(take, fail))];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  inside.sort((one, other) => byName.compare(one.name, other.name));
  return (await Promise.all(inside.map(filesOf))).flat();
}

/** A reader gives at most a hundred at once. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((take, fail) => reader.readEntries(take, fail));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
