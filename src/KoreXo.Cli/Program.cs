using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using KoreXo.Cli.Commands;
using KoreXo.Cli.Outcomes;

if (Console.IsOutputRedirected)
{
    // What reads a file or a pipe expects UTF-8, whatever the console's code page is.
    Console.SetOut(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true }
    );
}

var parsed = RootCommands.Create().Parse(args);

// Longer than the simulator gives requests that are under way when Ctrl+C is pressed; by default the process would end first, with 130.
var ended = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
return parsed.Action is ParseErrorAction ? ExitCodes.Failed : ended;
