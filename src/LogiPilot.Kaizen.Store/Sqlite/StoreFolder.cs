namespace LogiPilot.Kaizen.Store.Sqlite;

/// <summary>Why the store cannot be used, in one line that says what to do.</summary>
public sealed class StoreException(StoreProblem problem, string message) : Exception(message)
{
    public StoreProblem Problem { get; } = problem;
}

public enum StoreProblem
{
    /// <summary>A newer program wrote the database.</summary>
    NewerDatabase,

    /// <summary>A program holds the data folder.</summary>
    FolderInUse,

    /// <summary>The file is no database of this product, or is damaged.</summary>
    NotADatabase,

    /// <summary>The file cannot be read or written: no right to it, a full disk, another program that never lets go.</summary>
    Unusable,
}

/// <summary>The data folder: its database, and a lock file that tells <c>restore</c> whether a program holds it.</summary>
public sealed class StoreFolder
{
    public StoreFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "kaizen.db");

    /// <summary>Held by every program that uses the folder, together with others.</summary>
    public IDisposable HoldShared() => Hold(FileShare.ReadWrite);

    /// <summary>Held by the one program that replaces the database.</summary>
    public IDisposable HoldAlone() => Hold(FileShare.None);

    private FileStream Hold(FileShare share)
    {
        try
        {
            return new(System.IO.Path.Combine(Path, "kaizen.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
        }
        catch (IOException)
        {
            throw new StoreException(StoreProblem.FolderInUse, $"Another program holds {Path}: stop it first.");
        }
    }
}
