/**
 * What the modules of Python's library may be used for.
 *
 * Only the names that stand here are harmless. What reads files, starts
 * programs, talks to anyone, evaluates texts (`typing.get_type_hints`,
 * `functools.singledispatch`,
 * `dataclasses.dataclass`), finds attributes by a text
 * (`operator.attrgetter`, `string.Formatter`) or hands out modules and frames
 * is left out.
 *
 * Source: the reference of the Python library, 3.8 to 3.14.
 *
 * @module
 */

/** Modules with the names in them that only calculate and print. */
export const pureModules: Readonly<Record<string, ReadonlySet<string>>> = {
  __future__: words(
    "absolute_import annotations division generators nested_scopes print_function unicode_literals with_statement",
  ),
  abc: words(
    "ABC ABCMeta abstractmethod abstractproperty",
  ),
  ast: words(
    "alias arg arguments boolop cmpop comprehension copy_location dump expr fix_missing_locations get_docstring get_source_segment increment_lineno iter_child_nodes iter_fields keyword literal_eval parse stmt unaryop unparse walk Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign AugLoad AugStore Await BinOp BitAnd BitOr BitXor BoolOp Break Bytes Call ClassDef Compare Constant Continue Del Delete Dict DictComp Div Ellipsis Eq ExceptHandler Expr Expression ExtSlice FloorDiv For FormattedValue FunctionDef FunctionType GeneratorExp Global Gt GtE If IfExp Import ImportFrom In Index IntEnum Interactive Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult Match MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar MatchValue Mod Module Mult Name NameConstant NamedExpr NodeTransformer NodeVisitor Nonlocal Not NotEq NotIn Num Or Param Pass Pow RShift Raise Return Set SetComp Slice Starred Store Str Sub Subscript Suite Try TryStar Tuple TypeIgnore UAdd USub UnaryOp While With Yield YieldFrom NameConstant Num Str Bytes Ellipsis Index ExtSlice",
  ),
  base64: words(
    "b64encode b64decode b32encode b32decode b16encode b16decode b85encode b85decode a85encode a85decode standard_b64encode standard_b64decode urlsafe_b64encode urlsafe_b64decode encodebytes decodebytes",
  ),
  binascii: words(
    "Error a2b_base64 a2b_hex b2a_base64 b2a_hex crc32 hexlify unhexlify",
  ),
  bisect: words(
    "bisect bisect_left bisect_right insort insort_left insort_right",
  ),
  calendar: words(
    "isleap leapdays weekday monthrange monthcalendar month prmonth calendar timegm month_name month_abbr day_name day_abbr Calendar TextCalendar",
  ),
  cmath: words(
    "acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan nanj phase pi polar rect sin sinh sqrt tan tanh tau",
  ),
  collections: words(
    "ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple",
  ),
  "collections.abc": words(
    "Awaitable Coroutine AsyncIterable AsyncIterator Hashable Iterable Iterator Generator Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence MutableSequence ByteString",
  ),
  colorsys: words(
    "rgb_to_yiq yiq_to_rgb rgb_to_hls hls_to_rgb rgb_to_hsv hsv_to_rgb",
  ),
  contextlib: words(
    "contextmanager closing nullcontext AbstractContextManager ContextDecorator redirect_stdout redirect_stderr suppress",
  ),
  copy: words(
    "copy deepcopy",
  ),
  csv: words(
    "QUOTE_MINIMAL QUOTE_ALL QUOTE_NONNUMERIC QUOTE_NONE Error Dialect excel excel_tab reader writer list_dialects Sniffer DictReader DictWriter field_size_limit",
  ),
  datetime: words(
    "date datetime time timedelta timezone tzinfo MINYEAR MAXYEAR UTC",
  ),
  decimal: words(
    "Clamped Context Decimal DecimalException DivisionByZero Inexact InvalidOperation Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext localcontext setcontext",
  ),
  difflib: words(
    "get_close_matches ndiff restore SequenceMatcher Differ context_diff unified_diff HtmlDiff",
  ),
  enum: words(
    "Enum EnumMeta EnumType IntEnum StrEnum Flag IntFlag auto unique",
  ),
  fnmatch: words(
    "filter fnmatch fnmatchcase translate",
  ),
  fractions: words(
    "Fraction",
  ),
  functools: words(
    "wraps total_ordering cache cmp_to_key lru_cache reduce partial cached_property",
  ),
  graphlib: words(
    "TopologicalSorter CycleError",
  ),
  hashlib: words(
    "md5 sha1 sha224 sha256 sha384 sha512 blake2b blake2s sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256 new algorithms_guaranteed algorithms_available pbkdf2_hmac",
  ),
  heapq: words(
    "heappush heappop heapify heapreplace merge nlargest nsmallest heappushpop",
  ),
  hmac: words(
    "compare_digest digest new",
  ),
  html: words(
    "escape unescape",
  ),
  "importlib.metadata": words(
    "version PackageNotFoundError",
  ),
  inspect: words(
    "signature Parameter Signature isclass isfunction ismethod isbuiltin ismodule isgenerator isgeneratorfunction iscoroutinefunction isabstract getdoc cleandoc getmro getfullargspec getsource getsourcefile getfile getsourcelines isroutine isdatadescriptor ismethoddescriptor isgetsetdescriptor",
  ),
  io: words(
    "StringIO BytesIO UnsupportedOperation SEEK_SET SEEK_CUR SEEK_END",
  ),
  ipaddress: words(
    "AddressValueError IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface IPv6Network NetmaskValueError collapse_addresses ip_address ip_interface ip_network summarize_address_range",
  ),
  itertools: words(
    "accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest",
  ),
  json: words(
    "dump dumps load loads JSONDecoder JSONDecodeError JSONEncoder",
  ),
  keyword: words(
    "iskeyword issoftkeyword kwlist softkwlist",
  ),
  math: words(
    "acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt sumprod tan tanh tau trunc ulp",
  ),
  numbers: words(
    "Number Complex Real Rational Integral",
  ),
  operator: words(
    "abs add and_ concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat index indexOf inv invert ior is_ is_not isub itemgetter le lshift lt matmul mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor",
  ),
  platform: words(
    "python_version python_version_tuple python_implementation system machine release platform",
  ),
  pprint: words(
    "pprint pformat pp PrettyPrinter saferepr",
  ),
  random: words(
    "Random betavariate choice choices expovariate gauss getrandbits normalvariate randbytes randint random randrange sample seed shuffle triangular uniform",
  ),
  re: words(
    "match fullmatch search sub subn split findall finditer compile escape error Pattern Match A I L M S X U ASCII IGNORECASE LOCALE MULTILINE DOTALL VERBOSE UNICODE NOFLAG RegexFlag PatternError",
  ),
  secrets: words(
    "choice randbelow randbits token_bytes token_hex token_urlsafe compare_digest",
  ),
  shlex: words(
    "split quote join",
  ),
  statistics: words(
    "NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean linear_regression mean median median_grouped median_high median_low mode multimode pstdev pvariance quantiles stdev variance",
  ),
  string: words(
    "ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable punctuation whitespace",
  ),
  struct: words(
    "calcsize pack unpack unpack_from iter_unpack Struct error",
  ),
  sys: words(
    "argv stdin stdout stderr version version_info exit maxsize platform executable byteorder getsizeof getrecursionlimit setrecursionlimit getdefaultencoding getfilesystemencoding implementation prefix base_prefix hexversion float_info int_info maxunicode builtin_module_names stdlib_module_names intern",
  ),
  textwrap: words(
    "TextWrapper wrap fill dedent indent shorten",
  ),
  time: words(
    "asctime ctime gmtime localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time sleep strftime strptime struct_time time time_ns timezone tzname",
  ),
  tomllib: words(
    "load loads TOMLDecodeError",
  ),
  traceback: words(
    "print_exc format_exc",
  ),
  types: words(
    "SimpleNamespace MappingProxyType NoneType GeneratorType",
  ),
  typing: words(
    "Annotated Any AnyStr Callable ClassVar Concatenate Final Generic Literal Optional ParamSpec Protocol Tuple Type TypeVar Union AbstractSet Container ContextManager Hashable ItemsView Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Sized ValuesView Awaitable AsyncIterator AsyncIterable Coroutine Collection Reversible SupportsFloat SupportsInt ChainMap Counter Deque Dict DefaultDict List OrderedDict Set FrozenSet NamedTuple TypedDict Generator BinaryIO IO Match Pattern TextIO cast final get_args get_origin LiteralString Never NewType NoReturn NotRequired overload Required runtime_checkable Self Text TYPE_CHECKING TypeAlias TypeGuard Unpack",
  ),
  unicodedata: words(
    "bidirectional category combining decimal decomposition digit east_asian_width is_normalized lookup mirrored name normalize numeric unidata_version",
  ),
  "urllib.parse": words(
    "urlparse urlunparse urljoin urldefrag urlsplit urlunsplit urlencode parse_qs parse_qsl quote quote_plus unquote unquote_plus",
  ),
  uuid: words(
    "NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 UUID uuid3 uuid4 uuid5",
  ),
  warnings: words(
    "warn simplefilter catch_warnings resetwarnings filterwarnings",
  ),
  zlib: words(
    "adler32 compress crc32 decompress error",
  ),
  zoneinfo: words(
    "ZoneInfo ZoneInfoNotFoundError",
  ),
};

/**
 * Modules with the names in them that ask the machine something harmless, and
 * packages of others that everyone reads settings with, or of which only what
 * talks to nobody stands here.
 */
export const systemModules: Readonly<Record<string, ReadonlySet<string>>> = {
  glob: words(
    "escape",
  ),
  logging: words(
    "CRITICAL DEBUG ERROR INFO NOTSET NullHandler StreamHandler WARNING critical debug disable error exception getLevelName getLogger info log warning",
  ),
  os: words(
    "curdir pardir sep linesep extsep pathsep name getcwd getpid cpu_count fspath",
  ),
  "os.path": words(
    "abspath basename commonpath commonprefix dirname exists expanduser getmtime getsize isabs isdir isfile islink join lexists normcase normpath realpath relpath sep split splitext",
  ),
  pathlib: words(
    "",
  ),
  pickle: words(
    "HIGHEST_PROTOCOL DEFAULT_PROTOCOL PickleError PicklingError UnpicklingError",
  ),
  shutil: words("get_terminal_size which"),
  signal: words(
    "ITIMER_REAL SIGALRM SIGINT SIGTERM SIG_DFL SIG_IGN alarm setitimer signal",
  ),
  subprocess: words(
    "CalledProcessError DEVNULL PIPE STDOUT SubprocessError TimeoutExpired",
  ),
  unittest: words("SkipTest TestCase expectedFailure skip skipIf skipUnless"),
  "unittest.mock": words(
    "ANY DEFAULT MagicMock Mock NonCallableMagicMock NonCallableMock PropertyMock call mock_open sentinel",
  ),
  requests: words(
    "PreparedRequest Request Response __version__ codes",
  ),
  "requests.auth": words("HTTPBasicAuth HTTPDigestAuth HTTPProxyAuth"),
  "requests.exceptions": words(
    "ChunkedEncodingError ConnectTimeout ConnectionError ContentDecodingError HTTPError InvalidHeader InvalidJSONError InvalidSchema InvalidURL JSONDecodeError MissingSchema ProxyError ReadTimeout RequestException RetryError SSLError StreamConsumedError Timeout TooManyRedirects URLRequired UnrewindableBodyError",
  ),
  "requests.models": words(
    "PreparedRequest Request RequestEncodingMixin Response",
  ),
  "requests.structures": words("CaseInsensitiveDict LookupDict"),
  "requests.utils": words(
    "default_headers default_user_agent get_auth_from_url parse_dict_header parse_header_links parse_list_header prepend_scheme_if_needed requote_uri super_len to_key_val_list to_native_string unquote_header_value unquote_unreserved urldefragauth",
  ),
  tomli: words("TOMLDecodeError load loads"),
  toml: words("TomlDecodeError dumps load loads"),
  urllib3: words("__version__"),
  "urllib3.exceptions": words(
    "HTTPError LocationParseError LocationValueError MaxRetryError NewConnectionError ProtocolError ReadTimeoutError TimeoutError",
  ),
  "urllib3.util": words("Url parse_url"),
  "urllib3.util.url": words("Url parse_url"),
  yaml: words("YAMLError safe_dump safe_load safe_load_all"),
};

/** What a function does with the path that is its first argument. */
export type PathUse = "content" | "names" | "opens" | "writes";

/** Functions that are given a path, which must be known. */
export const pathFunctions: Readonly<Record<string, PathUse>> = {
  "glob.glob": "names",
  "glob.iglob": "names",
  "io.open": "opens",
  "os.listdir": "names",
  "os.makedirs": "writes",
  "os.mkdir": "writes",
  "os.stat": "names",
  "os.walk": "names",
};

/** Functions that do what a program does with the paths that it is given. */
export const programFunctions: Readonly<Record<string, readonly string[]>> = {
  "os.remove": ["rm"],
  "os.rename": ["mv"],
  "os.replace": ["mv"],
  "os.rmdir": ["rmdir"],
  "os.unlink": ["rm"],
  "shutil.copy": ["cp"],
  "shutil.copy2": ["cp", "-p"],
  "shutil.copyfile": ["cp"],
  "shutil.copytree": ["cp", "-r"],
  "shutil.move": ["mv"],
  "shutil.rmtree": ["rm", "-rf"],
};

/** Functions that start a program, whose words are their first argument. */
export const startingFunctions: ReadonlySet<string> = words(
  "subprocess.call subprocess.check_call subprocess.check_output subprocess.run",
);

/** Functions that are harmless in some of their uses only. */
export const guardedFunctions: ReadonlySet<string> = words(
  "logging.basicConfig pickle.dump pickle.dumps pickle.loads unittest.main",
);

/** What the methods of a path do with it. */
export const pathMethods: Readonly<Record<string, PathUse>> = {
  exists: "names",
  is_dir: "names",
  is_file: "names",
  is_symlink: "names",
  mkdir: "writes",
  open: "opens",
  read_bytes: "content",
  read_text: "content",
  stat: "names",
  touch: "writes",
  write_bytes: "writes",
  write_text: "writes",
};

/** Attributes of a path that are parts of its text. */
export const pathTexts: ReadonlySet<string> = words(
  "name stem suffix suffixes parts as_posix",
);

/**
 * Packages of others that calculate and draw. What sounds like changing
 * something there changes what is in memory.
 */
export const calculatingPackages: ReadonlySet<string> = words(
  "matplotlib mpl_toolkits mpmath networkx numpy scipy sympy",
);

/** Words that are harmless in names of {@linkcode calculatingPackages}. */
export const calculatingWords: ReadonlySet<string> = words(
  "clean cleanup connect delete draw drop emit evaluate export insert link move notify patch query release remove reset restore start stop store sync touch truncate update",
);

/**
 * Packages of others that talk to machines, start programs or run texts. Code
 * that uses one is seen by a person each time.
 */
export const reachingPackages: ReadonlySet<string> = words(
  "aiobotocore aiofiles aiohttp aioredis airflow ansible anthropic apscheduler asyncpg asyncssh azure boto boto3 botocore celery cloudpickle cloudscraper cryptography curl_cffi dask dbt delegator dill discord docker dotenv elasticsearch envoy execnet fabric fabric2 fastapi firebase_admin flask_migrate geventhttpclient git github gitlab google googleapiclient gql grpc gspread h2 httplib2 httpx huggingface_hub impacket invoke joblib jupyter_client kafka keyring kombu kubernetes ldap3 libcloud linode_api4 minio modal motor mysql nbconvert neo4j netmiko nornir openai openstack oss2 paho paramiko peewee pexpect pika pip pipx playwright plumbum psutil psycopg psycopg2 ptyprocess pycurl pygit2 pymongo pymysql pynput pyautogui pyppeteer pyro5 pysftp pyspark pywin32 ray redis requests requests_html rpyc s3fs sagemaker salt scapy scrapy selenium sendgrid setuptools sh shell shodan slack slack_sdk smart_open snowflake socketio socks splinter sqlalchemy sqlmodel ssh2 stripe telebot telegram telethon tornado treq trio tweepy twilio twisted urllib3 uvicorn vllm wandb webdriver_manager websocket websockets wget win32api win32com winrm xonsh yt_dlp zeep zmq",
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" ").filter((word) => word !== ""));
}
