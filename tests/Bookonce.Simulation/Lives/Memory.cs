using Bookonce.Simulation.Time;
using Bookonce.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Bookonce.Simulation.Lives;

/// <summary>The database file of a world. It outlives every engine, and may be put back to an earlier state.</summary>
sealed class Memory : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateDirectory(
        Path.Combine(Folders.Fast, $"bookonce-{Environment.ProcessId}-{Interlocked.Increment(ref count)}")
    );
    readonly TimeProvider clock;
    static int count;

    public Memory(TimeProvider clock)
    {
        this.clock = clock;
        Template.CopyTo(File);
        Database = Open();
    }

    public Database Database { get; private set; }

    public string File => Path.Combine(folder.FullName, "bookonce.db");

    string Copy => Path.Combine(folder.FullName, "backup");

    public bool HasBackup => System.IO.File.Exists(Copy);

    /// <summary>What a new process does.</summary>
    public void Reopen()
    {
        Database.Dispose();
        Database = Open();
    }

    public void Backup()
    {
        Reopen();
        System.IO.File.Copy(File, Copy, overwrite: true);
    }

    /// <summary>Puts the copy of the file back. What lies beside the file is no part of a backup and stays.</summary>
    public void Restore()
    {
        Database.Dispose();
        System.IO.File.Copy(Copy, File, overwrite: true);
        Database = Open();
    }

    public void Dispose()
    {
        Database.Dispose();
        folder.Delete(recursive: true);
    }

    Database Open() => StorageSetup.OpenAsync(File, new NoProtection(), clock).Result();

    /// <summary>Secrets stay readable: they are none here, and every world must be the same twice.</summary>
    sealed class NoProtection : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }

    /// <summary>A new database, migrated once for all worlds.</summary>
    static class Template
    {
        static readonly Lazy<byte[]> Content = new(Make);

        public static void CopyTo(string file) => System.IO.File.WriteAllBytes(file, Content.Value);

        static byte[] Make()
        {
            var folder = Directory.CreateDirectory(Path.Combine(Folders.Fast, $"bookonce-{Environment.ProcessId}-0"));
            var file = Path.Combine(folder.FullName, "bookonce.db");
            StorageSetup
                .OpenAsync(file, new NoProtection(), new VirtualTime(DateTimeOffset.UnixEpoch))
                .Result()
                .Dispose();
            var content = System.IO.File.ReadAllBytes(file);
            folder.Delete(recursive: true);
            return content;
        }
    }
}
