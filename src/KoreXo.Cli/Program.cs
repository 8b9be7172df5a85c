using KoreXo.Cli.Commands;

var parsed = RootCommands.Create().Parse(args);
var code = await parsed.InvokeAsync();

// A wrong command line ends with 1 by itself, which would read as "something was found".
return parsed.Errors.Count > 0 ? ExitCodes.Failed : code;
