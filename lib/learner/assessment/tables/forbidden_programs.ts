import type { Tier } from "../../verdict.ts";

/** Why a program is never learned. */
export interface Forbidden {
  /** How risky it is. */
  readonly tier: Tier;
  /** What it does, as a clause. */
  readonly does: string;
}

/**
 * Programs of which no call is ever learned, because the same words can do
 * anything, or because doing it twice is not what was approved.
 *
 * Sources: the manual pages of the programs, and the public list of Unix
 * programs that get round restrictions (GTFOBins).
 */
const groups: readonly (Forbidden & { readonly programs: string })[] = [
  {
    tier: "critical",
    does: "runs with other privileges",
    programs:
      "sudo sudoedit doas su runuser pkexec gosu su-exec setpriv capsh newgrp sg chroot unshare nsenter setarch runas run0 machinectl please",
  },
  {
    tier: "critical",
    does: "runs code that the text alone does not show",
    programs:
      "sh bash rbash zsh dash ash ksh ksh93 mksh pdksh csh tcsh fish elvish nu xonsh yash es rc pwsh powershell cmd cmd.exe powershell.exe osascript eval source . exec trap enable builtin coproc " +
      "perl ruby php lua luajit R Rscript tclsh wish expect groovy scala kotlin kotlinc jshell ghci runghc stack erl escript elixir iex mix julia octave matlab sage irb pry guile racket raku rakudo sbcl clisp ecl clojure clj lein bb nim crystal swift swiftc java jrunscript jjs " +
      "gdb lldb pdb ipython jupyter dc bc m4 gnuplot ghostscript gs ps2pdf " +
      "wscript cscript mshta rundll32 regsvr32 msiexec Invoke-Expression iex Start-Process Invoke-Command " +
      "tsx ts-node esno babel-node electron nodemon pm2 forever concurrently npm-run-all run-s run-p cross-env dotenv",
  },
  {
    tier: "critical",
    does: "runs another program in a way that hides it",
    programs:
      "env xargs parallel watch entr watchexec inotifywait fswatch script scriptreplay strace ltrace dtruss dtrace perf valgrind setsid ionice chrt taskset numactl prlimit flock unbuffer rlwrap socat busybox toybox daemonize dbus-launch dbus-run-session xvfb-run caffeinate run-parts start-stop-daemon systemd-run systemd-inhibit at batch cron crontab anacron fcron launchctl direnv mise asdf rtx devbox nix nix-shell nix-env nix-build guix flatpak snap conda mamba micromamba pixi proot firejail bwrap faketime fakeroot hyperfine ssh-agent ccache distcc eatmydata doppler op infisical chamber aws-vault sops envchain teller",
  },
  {
    tier: "critical",
    does: "starts an editor or pager, which can run any command",
    programs:
      "vi vim nvim view vimdiff rvim ex ed red emacs emacsclient nano pico micro helix hx kak joe jed mcedit less more most pg lesspipe man info fzf sk code codium cursor subl mc ranger lf nnn screen dtach abduco zellij byobu dialog whiptail zenity",
  },
  {
    tier: "critical",
    does: "opens a connection to another machine",
    programs:
      "ssh slogin autossh mosh scp sftp rsync rclone nc ncat netcat socat telnet ftp lftp tftp ngrok cloudflared localtunnel lt tailscale wireguard wg openvpn mail mailx mutt sendmail msmtp swaks finger whois rlogin rsh rexec smbclient mount.cifs aria2c axel yt-dlp youtube-dl http https httpie xh websocat grpcurl",
  },
  {
    tier: "critical",
    does: "handles keys or passwords",
    programs:
      "gpg gpg2 openssl ssh-keygen ssh-add ssh-copy-id ssh-keyscan keytool security secret-tool pass gopass bw lpass keepassxc-cli vault age age-keygen certtool certbot mkcert passwd chpasswd htpasswd pinentry cryptsetup kinit",
  },
  {
    tier: "critical",
    does: "changes the machine itself",
    programs:
      "dd mkfs fdisk sfdisk gdisk parted mount umount losetup swapon swapoff lvremove lvcreate vgremove pvremove zpool zfs btrfs mdadm wipefs blkdiscard hdparm tune2fs debugfs resize2fs fsck badblocks shred wipe srm chown chgrp chattr setcap setfacl setxattr xattr useradd userdel usermod groupadd adduser deluser visudo vipw chsh chfn insmod rmmod modprobe depmod sysctl kexec grub-install efibootmgr iptables ip6tables nft ufw firewall-cmd pfctl ifconfig route arp brctl tc iw iwconfig nmcli networksetup hostnamectl timedatectl localectl loginctl systemctl service rc-service rc-update update-rc.d chkconfig initctl init telinit shutdown reboot halt poweroff kmutil csrutil spctl nvram pmset defaults launchd dscl diskutil hdiutil tmutil scutil softwareupdate bless update-alternatives alternatives ldconfig dpkg-reconfigure mknod mkfifo mkswap tcpdump tshark wireshark nmap masscan " +
      "diskpart format reg regedit net net1 sc wmic schtasks icacls cacls takeown bcdedit certutil bitsadmin netsh wevtutil fsutil cipher vssadmin Set-ExecutionPolicy",
  },
  {
    tier: "critical",
    does: "types into or controls other programs",
    programs:
      "tmux orch xdotool wmctrl ydotool xte cliclick open xdg-open gio gnome-open start adb fastboot dbus-send gdbus busctl qdbus notify-send",
  },
  {
    tier: "critical",
    does: "prints every variable, secret ones too",
    programs: "printenv",
  },
  {
    tier: "critical",
    does: "starts or reconfigures a coding agent",
    programs:
      "claude codex gemini opencode aider goose amp cursor-agent copilot droid qwen crush cline kiro continue cn plandex hermes pi openclaw nah devin grok antigravity",
  },
  {
    tier: "remote",
    does: "ends other programs",
    programs:
      "pkill killall killall5 xkill skill fuser wait4 disown taskkill tskill Stop-Process",
  },
  {
    tier: "remote",
    does: "deletes files",
    programs: "del erase rd deltree Remove-Item",
  },
  {
    tier: "critical",
    does: "runs code from the network",
    programs: "uvx bunx pnpx pipx dlx",
  },
  {
    tier: "remote",
    does: "works on a database",
    programs:
      "psql pg_dump pg_restore createdb dropdb mysql mysqldump mysqladmin mariadb sqlite3 sqlite sqlcmd mongo mongosh mongodump mongorestore redis-cli redis-server duckdb clickhouse clickhouse-client cqlsh influx neo4j cypher-shell usql pgcli mycli litecli supabase prisma drizzle-kit knex sequelize alembic flyway liquibase dbmate goose",
  },
  {
    tier: "remote",
    does: "installs or removes software of the machine",
    programs:
      "apt apt-get aptitude dpkg yum dnf microdnf rpm zypper pacman yay paru apk emerge xbps-install port pkg pkg_add brew choco scoop winget snap flatpak gem cpan cpanm luarocks opam cabal ghcup rustup nvm fnm volta n corepack sdk pyenv rbenv goenv easy_install twine",
  },
  {
    tier: "remote",
    does: "works on machines or services elsewhere",
    programs:
      "terraform tofu terragrunt pulumi cdk cdktf sam serverless sls ansible ansible-playbook ansible-console ansible-pull ansible-vault ansible-galaxy salt puppet chef vagrant packer nomad consul helm helmfile kustomize argocd flux skaffold tilt k9s kind minikube k3d eksctl kops istioctl oc gcloud gsutil bq az azd aws doctl linode-cli hcloud flyctl fly heroku vercel netlify wrangler firebase railway render surge gh-pages ghp-import semantic-release changeset np release-it lerna goreleaser docker docker-compose podman podman-compose nerdctl buildah skopeo ctr crictl lima limactl colima orb multipass virsh qemu-system-x86_64 vboxmanage stripe auth0 okta twilio sentry-cli datadog-ci newrelic glab hub jira linear slack",
  },
];

/** The programs of {@linkcode groups} by name. */
export const forbiddenPrograms: ReadonlyMap<string, Forbidden> = new Map(
  groups.flatMap(({ programs, tier, does }) =>
    programs.split(" ").map((name) => [name, { tier, does }] as const)
  ),
);

/** Programs that are never learned, as patterns over their name. */
export const forbiddenPatterns: readonly (readonly [RegExp, Forbidden])[] = [
  [/^mkfs\./, { tier: "critical", does: "changes the machine itself" }],
  [
    /^(python|pypy|node|deno|bun|perl|ruby|php|lua|tclsh)[\d.]*$/,
    {
      tier: "critical",
      does: "runs code that the text alone does not show",
    },
  ],
  [/^git-/, { tier: "critical", does: "is a git extension of unknown origin" }],
  [/^orch/, { tier: "critical", does: "controls orch itself" }],
  [
    /deploy|publish|release|upload/i,
    { tier: "remote", does: "publishes something, by its name" },
  ],
];

/** Programs that wrap others and change only when or how long they run. */
export const harmlessWrappers: ReadonlySet<string> = new Set([
  "time",
  "timeout",
  "gtimeout",
  "nice",
  "stdbuf",
  "command",
  "builtin",
  "exec",
  "nohup",
  "env",
  // As Homebrew calls those of GNU.
  "gtime",
  "gnice",
  "gstdbuf",
  "gnohup",
  "genv",
  "caffeinate",
  "arch",
  "script",
  // Their text was taken apart like the rest of the line.
  "bash",
  "sh",
  "dash",
  "zsh",
]);
