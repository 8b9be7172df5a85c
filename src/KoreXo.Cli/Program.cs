using System.CommandLine.Invocation;
using KoreXo.Cli.Commands;

var parsed = RootCommands.Create().Parse(args);
var ended = await parsed.InvokeAsync();
return parsed.Action is ParseErrorAction ? ExitCodes.Failed : ended;
