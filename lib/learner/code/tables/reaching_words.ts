/**
 * Words in names that sound like starting programs, talking to someone, running
 * texts, or changing what stays.
 */
export const reachingWords: ReadonlySet<string> = new Set(
  `authenticate browser bash builtins chmod chown clean cleanup cli clipboard
cmd command commands commit compile connect ctypes curl daemon datasource delete deleted
deletes deploy destroy download drop dropdb dump dumps email emit environ eval
evaluate exec execfile execute executor export fetch fileio flush flushall fork ftp
getenv getoutput git http import importlib insert install invoke kill launch
link load loader loads login mail main measure memmap migrate migration mkdir makedirs move
notify open os patch payload pickle pipe popen post publish pull purge push put
query read reboot reader receive release remove removedirs rename request
requests reset restore rm rmdir rmtree rsync run runner rundocs runs runstring save savefig savemat
savetxt savez scp send sendall sendmail serve server service setup sh shell shutdown
shutil smtp socket spawn sql ssh start stop store subprocess sudo symlink sync
sys system tar terminate tofile touch transaction truncate uninstall unlink
unpickle unzip update upload url urlopen urlretrieve webhook wget wipe write
writer writes yaml zip`.split(/\s+/),
);
