using System.Diagnostics;
using Azure.Storage.Blobs;
using CohortCourses.Tests.Storage.Azure;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace CohortCourses.Tests.Storage.Azure;

/// <summary>The emulator of Azure Storage, from npm: the program that <c>AZURITE</c> names, or <c>azurite-blob</c> on the path. Started when it is first asked for.</summary>
public sealed class Azurite : IDisposable
{
    // The account and key that every Azurite has, as its documentation says.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Listening = "successfully listens on ";

    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Process?> process;
    private string address = "";

    public Azurite() => process = new(Start);

    /// <summary>How to reach it. Skips the test where there is no such program.</summary>
    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(process.Value is null, "There is no Azurite here: npm install azurite, and set AZURITE to its azurite-blob.");
            return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={address}/{Account}";
        }
    }

    /// <summary>A container that nobody has used before.</summary>
    public BlobContainerClient Container() => new(ConnectionString, $"test-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (process is { IsValueCreated: true, Value: { } running })
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit();
            running.Dispose();
        }

        folder.Dispose();
    }

    private Process? Start()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("AZURITE") ?? "azurite-blob") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["--blobHost", "127.0.0.1", "--blobPort", "0", "--location", folder.FullPath, "--skipApiVersionCheck", "--disableTelemetry"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var started = Process.Start(start)!;
            while (started.StandardOutput.ReadLine() is { } line)
            {
                if (line.Contains(Listening, StringComparison.Ordinal))
                {
                    address = line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim();
                    _ = started.StandardOutput.ReadToEndAsync();
                    return started;
                }
            }

            throw new InvalidOperationException($"Azurite ended with {started.ExitCode}: {started.StandardError.ReadToEnd()}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
