using System.CommandLine;
using System.Text;
using KoreXo.Cli.Commands;

if (Console.IsOutputRedirected)
{
    // Readers of a file or a pipe expect UTF-8, whatever the console's code page is.
    Console.SetOut(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }
    );
}

// Longer than the simulator waits for requests in progress after Ctrl+C; with the default, the process would end first, with 130.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
return await CommandLine.RunAsync(args, configuration, CancellationToken.None);
