/**
 * Names of Python by what they can do.
 *
 * Source: the reference of the Python language and its library, 2.7 to 3.14.
 *
 * @module
 */

/** Modules that Python itself brings along, whatever they do. */
export const libraryModules: ReadonlySet<string> = words(`
BaseHTTPServer CGIHTTPServer ConfigParser Cookie HTMLParser Queue
SimpleHTTPServer SocketServer StringIO Tkinter UserDict UserList UserString
abc aifc annotationlib antigravity anydbm argparse array ast asynchat
asyncio asyncore atexit audioop base64 bdb binascii binhex bisect builtins
bz2 cPickle cProfile cStringIO calendar cgi cgitb chunk cmath cmd code
codecs codeop collections colorsys commands compileall compression
concurrent configparser contextlib contextvars cookielib copy copyreg crypt
csv ctypes curses dataclasses datetime dbhash dbm decimal difflib dis
distutils doctest dummy_thread dummy_threading email encodings ensurepip
enum errno exceptions faulthandler fcntl filecmp fileinput fnmatch formatter
fractions ftplib functools future_builtins gc gdbm genericpath getopt
getpass gettext glob graphlib grp gzip hashlib heapq hmac html
htmlentitydefs http httplib idlelib imaplib imghdr imp importlib inspect io
ipaddress itertools json keyword lib2to3 linecache locale logging lzma
macpath macurl2path mailbox mailcap marshal math md5 mimetypes mmap
modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath
nturl2path numbers opcode operator optparse os ossaudiodev parser pathlib
pdb pickle pickletools pipes pkgutil platform plistlib popen2 poplib posix
posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data
pyexpat queue quopri random re readline repr reprlib resource rlcompleter
robotparser runpy sched secrets select selectors sets sha shelve shlex
shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3
sre_compile sre_constants sre_parse ssl stat statistics string stringprep
struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny
tarfile telnetlib tempfile termios textwrap this thread threading time
timeit tkMessageBox tkinter token tokenize tomllib trace traceback
tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib
urllib2 urlparse uu uuid venv warnings wave weakref webbrowser winreg
winsound wsgiref xdrlib xml xmlrpc xmlrpclib zipapp zipfile zipimport zlib
zoneinfo
`);

/** Built-in functions and types that only calculate and print. */
export const harmlessBuiltins: ReadonlySet<string> = words(`
ArithmeticError AssertionError AttributeError BaseException
BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning
ConnectionError DeprecationWarning EOFError Ellipsis EncodingWarning
EnvironmentError Exception ExceptionGroup False FileExistsError
FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
ImportError ImportWarning IndentationError IndexError InterruptedError
IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
ModuleNotFoundError NameError None NotADirectoryError NotImplemented
NotImplementedError OSError OverflowError PendingDeprecationWarning
PermissionError RecursionError ReferenceError ResourceWarning RuntimeError
RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TimeoutError True TypeError
UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning
ZeroDivisionError abs aiter all anext any ascii basestring bin bool
bytearray bytes callable chr classmethod cmp complex dict dir divmod
enumerate exit filter float format frozenset hash hex id int isinstance
issubclass iter len list long map max min next object oct ord pow print
property quit range repr reversed round set slice sorted staticmethod str
sum super tuple type unichr unicode xrange zip
`);

/**
 * Built-in functions that run text, give access to everything, or wait for a
 * person. Their names may not even be given to something else: where that does
 * not happen, the built-in one is called.
 */
export const refusedBuiltins: ReadonlySet<string> = words(`
__import__ apply breakpoint compile copyright credits delattr eval exec
execfile globals help input license locals memoryview raw_input reload setattr
vars
`);

/** Built-in functions that may only be called, and are looked at then. */
export const specialBuiltins: ReadonlySet<string> = words(
  "open getattr hasattr",
);

/** Attributes that only say or calculate, on whatever harmless code can hold. */
export const harmlessAttributes: ReadonlySet<string> = words(`
KEYWORD_ONLY POSITIONAL_ONLY POSITIONAL_OR_KEYWORD VAR_KEYWORD VAR_POSITIONAL
a add addCleanup addHandler address_exclude adjusted annotation append
appendleft arg args argtypes as_integer_ratio as_tuple asname astimezone attr
auth autojunk b b2j bases betavariate bind bind_partial bit_count bit_length
bjunk block_size body bpopular break_long_words break_on_hyphens
broadcast_address buffer bytes bytes_le c_contiguous cache_clear cache_info
call_args call_args_list call_count called canonical capitalize casefold cases
cast cause center characters_written choice choices clear clock_seq
clock_seq_hi_variant clock_seq_low close closed cls col_offset colno combine
comparators compare compare_networks compare_signal compare_total
compare_total_mag compress_size compressed conjugate context_expr contiguous
conversion copy copy_abs copy_negate copy_sign count critical ctime ctx date
day days debug decode decorator_list default default_factory defaults
denominator dialect difference difference_update digest digest_size discard
doc drop_whitespace dst elements elt elts empty encode encoding end
end_col_offset end_lineno end_offset endpos endswith errno errors exc
exception exp expand expand_tabs expandtabs exploded expovariate extend
extendleft extrasaction f_contiguous fieldnames fields file_size filename
filename2 fill finalbody find find_longest_match findall finditer flags flush
fma fold format_spec fragment from_bytes from_decimal from_float fromhex
fromisocalendar fromisoformat fromkeys fromordinal fromtimestamp fromutc
fullbcount fullmatch func gammavariate gauss generators get
get_grouped_opcodes get_matching_blocks get_opcodes getbuffer getinfo
getrandbits getvalue group groupdict groupindex groups guard handlers headers
hex hexdigest host hostmask hostname hosts hour id ifs imag index indices info
infolist initial_indent insert int intersection intersection_update is_async
is_canonical is_finite is_global is_infinite is_integer is_link_local
is_loopback is_multicast is_nan is_normal is_private is_qnan is_reserved
is_safe is_signed is_snan is_subnormal is_unspecified is_zero isalnum isalpha
isascii isatty isdecimal isdigit isdisjoint isidentifier isjunk islower
isnumeric isocalendar isoformat isoweekday isprintable isspace issubset
issuperset istitle isupper items itemsize iter iter_unpack join key keys
keywords kind kw_defaults kwarg kwd_attrs kwd_patterns kwonlyargs lastgroup
lastindex left level limit_denominator line_buffering line_num lineno ljust ln
log10 logb logical_and logical_invert logical_or logical_xor lognormvariate
lower lstrip major maketrans mapping maps match matching_blocks max max_lines
max_mag max_prefixlen maxlen method method_calls micro microsecond
microseconds min min_mag minor minute mock_calls module month most_common
move_to_end mro msg n n_fields n_sequence_fields n_unnamed_fields name
namelist names nbytes ndim netloc netmask network_address new_child newlines
next_minus next_plus next_toward node normalize normalvariate now
num_addresses number_class numerator object offset op opcodes operand ops
optional_vars orelse overlaps pack pack_into packed parameters params parents
paretovariate partition password pattern patterns placeholder pop popitem
popleft port pos posonlyargs prefixlen prepare quantize query quick_ratio
radix randbytes randint random randrange ratio read read1 readable reader
readline readlines readonly real real_quick_ratio reason regs releaselevel
remainder_near remove removeprefix removesuffix replace replace_whitespace
reset_mock resolution rest restkey restval return_annotation return_value
returncode returns reverse reverse_pointer rfind right rindex rjust rotate
rpartition rsplit rstrip s same_quantum sample scaleb scanner scheme search
second seconds seek seekable serial setLevel set_seq1 set_seq2 set_seqs
setdefault shape shift shuffle side_effect simple size skipTest slice sort
span split splitlines sqrt st_mode st_mtime st_size start startswith stderr
stdout step stop strerror strftime strides string strip strptime sub subTest
subject subn subnet_of subnets suboffsets subsequent_indent subtract supernet
supernet_of swapcase symmetric_difference symmetric_difference_update tabsize
tag target targets tell test text time time_hi_version time_low time_mid
timestamp timetuple timetz title tm_gmtoff tm_hour tm_isdst tm_mday tm_min
tm_mon tm_sec tm_wday tm_yday tm_year tm_zone to_bytes to_eng_string
to_integral to_integral_exact to_integral_value tobytes today tolist toordinal
toreadonly total total_seconds translate triangular type type_comment
type_ignores tzinfo tzname uniform union unpack unpack_from update upper url
urn username utc utcfromtimestamp utcnow utcoffset utctimetuple value values
vararg variant version vonmisesvariate warning weekday weibullvariate width
with_hostmask with_netmask with_prefixlen wrap writable write writeheader
writelines writer writerow writerows year zfill
`);

/** Names with two underscores at both ends that only say something. */
export const harmlessDunders: ReadonlySet<string> = words(`
__abs__ __add__ __all__ __bases__ __bool__ __class__ __contains__ __doc__ __enter__
__eq__ __exit__ __file__ __float__ __ge__ __getitem__ __gt__ __hash__ __init__ __int__ __iter__ __le__ __len__
__lt__ __module__ __mro__ __mul__ __name__ __ne__ __neg__ __next__ __path__
__post_init__ __qualname__ __radd__ __repr__ __rmul__ __setitem__ __slots__ __str__ __sub__ __version__
`);

/**
 * Attributes that lead from a value to the code, the frames, the modules and
 * the files behind it, or that do so by the name in a text.
 */
export const leadingAttributes: RegExp =
  /^(gi|cr|ag|tb|co|f|func|im)_|^(detach|extract|extractall|fileno|format|format_map|obj|modules|builtins|meta_path|path_hooks|with_traceback|raw|register|setpassword|writestr)$/;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}
