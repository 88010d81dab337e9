using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Zukunftswerkstatt.Portal.Tests.Faults;

/// <summary>
/// A disk that can be full: a small file system mounted over a folder. Where mounting is not allowed, the folder is moved out of the
/// way instead: what is open stays readable, and nothing new can be written.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder, bool mounted) => (_folder, IsMounted) = (folder, mounted);

    public bool IsMounted { get; }

    private string Filler => Path.Combine(_folder, "filler");

    private string Away => _folder + ".away";

    public static SmallDisk Over(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        return new(folder, Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", folder));
    }

    /// <summary>Fills the disk but for a few bytes.</summary>
    public void Fill(int leave = 0)
    {
        if (!IsMounted)
        {
            Directory.Move(_folder, Away);
            return;
        }

        using var file = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, 1);
        foreach (var size in new[] { 1 << 20, 4096, 1 })
        {
            var bytes = new byte[size];
            try
            {
                while (true)
                {
                    file.Write(bytes);
                }
            }
            catch (IOException)
            {
                // Full, to the size of a block.
            }
        }

        file.SetLength(file.Length - leave);
    }

    /// <summary>Makes the space free again.</summary>
    public void Free()
    {
        if (IsMounted)
        {
            File.Delete(Filler);
        }
        else if (Directory.Exists(Away))
        {
            Directory.Move(Away, _folder);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools(); // of the test's own process
        if (IsMounted && !Run("umount", _folder))
        {
            throw new InvalidOperationException($"{_folder} is still in use.");
        }
    }

    internal static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // no such program
        }
    }
}
