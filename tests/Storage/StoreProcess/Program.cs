using System.Globalization;
using CohortCourses.Storage;
using CohortCourses.Tests.StoreProcess;

try
{
    switch (args)
    {
        case ["open", var path]:
            using (DataFolder.Open(path, TimeProvider.System))
            {
                Console.WriteLine("opened");
                Console.ReadLine();
            }

            return 0;
        case ["write", var path, var round]:
            await Writers.Run(path, int.Parse(round, CultureInfo.InvariantCulture));
            return 0;
        case ["fill", var path]:
            Console.WriteLine(await Filling.Run(path));
            return 0;
        default:
            Console.WriteLine("usage: open|write|fill FOLDER");
            return 2;
    }
}
catch (DataFolderException error)
{
    Console.WriteLine($"{error.Fault}: {error.Message}");
    return 1;
}
