using System.CommandLine;
using System.CommandLine.Invocation;
using KoreXo.Cli.Commands;

var parsed = RootCommands.Create().Parse(args);

// Longer than the simulator gives requests that are under way when Ctrl+C is pressed; by default the process would end first, with 130.
var ended = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
return parsed.Action is ParseErrorAction ? ExitCodes.Failed : ended;
